// An MLLP receiver that parses and acknowledges, and keeps nothing.
const hl7 = require("simple-hl7");

const port = Number(process.argv[2]);
const app = hl7.tcp();
app.use((request, answer) => answer.end());
app.use((failure, request, answer, next) => console.error(failure));
app.start(port);
console.log(`listens on ${port}`);
