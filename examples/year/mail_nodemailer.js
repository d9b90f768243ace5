// Writes mails with nodemailer. Argument: a JSON file of mails.
const fs = require("node:fs");
const MailComposer = require("nodemailer/lib/mail-composer");

async function main() {
  for (const mail of JSON.parse(fs.readFileSync(process.argv[2], "utf-8"))) {
    const composer = new MailComposer({
      from: mail.from,
      to: mail.to,
      subject: mail.subject,
      text: mail.text,
      date: new Date(mail.date),
      attachments: mail.attachments.map(({ name, path }) => ({ filename: name, path })),
    });
    const message = await composer.compile().build();
    fs.writeFileSync(mail.target, Buffer.concat([Buffer.from(mail.received), message]));
  }
}

main();
