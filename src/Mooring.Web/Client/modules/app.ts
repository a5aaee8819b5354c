/** What every page loads: partial updates, ages, live fragments, confirmation, guards. */
import htmx from "htmx.org";
import { startAges } from "./ages";
import { startBook } from "./book";
import { startConfirming } from "./confirm";
import { startCovering } from "./covering";
import { keepDrafts } from "./drafts";
import { startCopying } from "./copying";
import { guardForms } from "./guards";
import { startKeyboard } from "./keyboard";
import { startLive } from "./live";
import { startPasskeys } from "./passkeys";

// The content security policy allows no inline style and no eval; a refused form (409, 422, 423) is
// shown like any other answer, because it says what to do.
htmx.config.includeIndicatorStyles = false;
htmx.config.allowEval = false;
htmx.config.allowScriptTags = false;
htmx.config.selfRequestsOnly = true;
htmx.config.historyCacheSize = 0;
htmx.config.responseHandling = [
  { code: "204", swap: false },
  { code: "[23]..", swap: true },
  { code: "4(00|04|09|22|23)", swap: true },
  { code: "[45]..", swap: false, error: true },
];

startConfirming();
startPasskeys();
guardForms();
startCopying();
startKeyboard();
startAges();
startLive();
keepDrafts();
startBook();
startCovering();

// Only a chair has a tablet to speak of; whoever else signs in here is asked whether something of theirs still waits.
if (document.querySelector("#tablet")) void import("./tablet/tablet").then(({ startTablet }) => startTablet());
else void import("./tablet/elsewhere").then(({ lookElsewhere }) => lookElsewhere());
