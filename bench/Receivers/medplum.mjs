// An MLLP receiver that parses and acknowledges, and keeps nothing.
import { Hl7Server } from "@medplum/hl7";

const port = Number(process.argv[2]);
const server = new Hl7Server((connection) =>
    connection.addEventListener("message", ({ message }) => connection.send(message.buildAck())));
server.start(port);
console.log(`listens on ${port}`);
