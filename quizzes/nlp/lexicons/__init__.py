"""Word lists and small tables of general English, each with where it comes from; no grammar, no code beyond look-up."""
