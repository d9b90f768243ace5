// Writes mails with mimetext. Argument: a JSON file of mails.
const fs = require("node:fs");
const path = require("node:path");

async function main() {
  // the package can only be imported as a module, which NODE_PATH does not find
  const library = path.join(process.env.NODE_PATH, "mimetext/dist/mimetext.node.es.js");
  const { createMimeMessage } = await import(library);
  for (const mail of JSON.parse(fs.readFileSync(process.argv[2], "utf-8"))) {
    write(createMimeMessage(), mail);
  }
}

function write(message, mail) {
  message.setSender(mail.from);
  message.setRecipient(mail.to);
  message.setSubject(mail.subject);
  message.setHeader("Date", new Date(mail.date).toUTCString());
  message.addMessage({ contentType: "text/plain", data: mail.text });
  for (const { name, path } of mail.attachments) {
    message.addAttachment({
      filename: name,
      contentType: "application/octet-stream",
      data: fs.readFileSync(path).toString("base64"),
    });
  }
  fs.writeFileSync(mail.target, mail.received + message.asRaw());
}

main();
