// Writes ZIP archives whose names are in Shift_JIS, as old programs do. Argument: a JSON file.
const fs = require("node:fs");
const JSZip = require("jszip");

async function main() {
  for (const job of JSON.parse(fs.readFileSync(process.argv[2], "utf-8"))) {
    const archive = new JSZip();
    const names = {};
    for (const { name, bytes, path } of job.members) {
      names[name] = Buffer.from(bytes, "hex");
      archive.file(name, fs.readFileSync(path), { date: new Date(job.date) });
    }
    const encodeFileName = (name) => names[name] ?? Buffer.from(name);
    const data = await archive.generateAsync({ type: "nodebuffer", encodeFileName, compression: "DEFLATE" });
    fs.writeFileSync(job.target, data);
  }
}

main();
