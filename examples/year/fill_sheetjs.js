// Fills forms with SheetJS. Argument: a JSON file of jobs.
const fs = require("node:fs");
const XLSX = require("xlsx");

for (const job of JSON.parse(fs.readFileSync(process.argv[2], "utf-8"))) {
  const book = XLSX.readFile(job.source, { cellStyles: true, cellNF: true });
  for (const [sheet, address, kind, value] of job.cells) {
    const cells = book.Sheets[sheet];
    if (kind === "") delete cells[address];
    else if (kind === "d") cells[address] = { t: "n", v: value, z: "yyyy-mm-dd" };
    else cells[address] = { t: kind, v: value };
  }
  XLSX.writeFile(book, job.target, { compression: true });
}
