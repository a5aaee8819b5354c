/** What the bedside loads besides app.js. */
import { keepEach } from "./keeping";
import { startKeypad } from "./keypad";
import { startOpening } from "./opening";

document.querySelectorAll<HTMLFormElement>("form[data-keypad]").forEach(startKeypad);
document.querySelectorAll<HTMLFormElement>("form[data-keeps-each]").forEach(keepEach);
startOpening();
