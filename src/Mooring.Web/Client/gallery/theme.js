// ?theme=dark and the like, for screenshots.
const theme = new URLSearchParams(location.search).get("theme");
if (theme) document.documentElement.dataset.theme = theme;
// The error summary takes the focus; a picture of the gallery starts at the top all the same.
addEventListener("load", () => setTimeout(() => scrollTo(0, 0), 300));
