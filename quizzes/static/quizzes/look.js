// Where the look is "device", the page is light or dark as the device is set, also when that changes.
(() => {
  const page = document.documentElement;
  if (page.dataset.look !== "device") return;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const follow = () => { page.dataset.bsTheme = dark.matches ? "dark" : "light"; };
  follow();
  dark.addEventListener("change", follow);
})();
