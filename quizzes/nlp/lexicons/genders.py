"""Whom "he" and "she" can stand for: common first names, forms of address and roles of men and of women.

First names: the most frequent given names of the past hundred years in the United States (Social Security
Administration, public domain) that one sex bears almost alone, and such names of other languages as news often holds;
roles: our own list of general English.
"""

from __future__ import annotations

from quizzes.nlp.lexicons.wordlists import words

MEN = words(
    """
    james robert john michael david william richard joseph thomas charles christopher daniel matthew anthony mark donald
    steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey jacob gary nicholas eric
    jonathan stephen larry justin scott brandon benjamin samuel gregory alexander patrick frank raymond jack dennis jerry
    tyler aaron jose adam nathan henry zachary douglas peter kyle noah ethan jeremy walter christian keith roger terry
    austin sean gerald carl harold dylan arthur lawrence jordan jesse bryan billy bruce gabriel joe logan alan juan albert
    willie elijah wayne randy vincent mason roy ralph bobby russell bradley philip eugene mike bill bob tom jim dan ben sam
    tim steve jeff greg rick dick ted fred harry louis luis carlos miguel antonio francisco pedro mario marco pablo diego
    bernie barack mitt newt mitch chuck beto ron don doug ken ray todd chris matt nick tony andy rob ryan brad chad craig
    glenn dale earl ernest stanley leonard norman martin howard theodore oscar victor simon graham nigel ian colin neil
    duncan hugh stuart trevor gordon malcolm alistair gareth liam connor declan brendan mohammed muhammad mohamed ahmed ali
    hassan hussein ibrahim omar mustafa mahmoud khalid abdul abdullah yusuf vladimir sergei dmitry alexei igor boris
    mikhail viktor benjamin yair ehud shimon hiroshi kenji takashi emmanuel jean-claude pierre jacques francois giovanni
    giuseppe hans jurgen klaus wolfgang recep narendra rahul sanjay raj imran pope trey blake derek jared ivan
    """
)
"""First names, folded, that men bear almost alone."""

WOMEN = words(
    """
    mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley
    kimberly emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia kathleen amy
    angela shirley anna brenda pamela emma nicole helen samantha katherine christine debra rachel carolyn janet catherine
    maria heather diane ruth julie olivia joyce virginia victoria lauren joan evelyn judith megan cheryl andrea hannah
    martha jacqueline frances gloria ann teresa kathryn sara janice jean alice madison doris abigail julia judy grace
    denise amber marilyn beverly danielle theresa sophia marie diana brittany natalie isabella charlotte rose kayla alexis
    ellen claire anne hillary nancy kamala sonia elena amelia lucy ella mia chloe zoe holly molly kate katie kathy cathy
    kristen kirsten kristin tina wendy peggy tammy dawn tracy erin april robin connie rita paula annie jill jane eva
    condoleezza melania ivanka malia michele angelina jenna tulsi elise marjorie nikki sally fiona gillian nicola alison
    harriet imogen siobhan aoife fatima aisha leila zainab mariam yasmin olga natalia tatiana svetlana akiko yuki priya
    indira benazir lucia ana carmen rosa isabel camila valentina chantal brigitte ursula heidi ingrid greta chrissy
    """
)
"""First names, folded, that women bear almost alone."""

OF_MEN = words(
    """mr mr. sir lord king prince duke emperor father husband son brother uncle grandfather spokesman chairman congressman
    councilman businessman policeman actor fireman man boy sheikh monsignor pope"""
)
"""Words beside a name that tell of a man."""

OF_WOMEN = words(
    """ms ms. mrs mrs. miss dame lady queen princess duchess empress mother wife daughter sister aunt grandmother spokeswoman
    chairwoman congresswoman councilwoman businesswoman policewoman actress woman girl widow"""
)
"""Words beside a name that tell of a woman."""
