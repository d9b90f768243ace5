// Fills forms with exceljs. Argument: a JSON file of jobs.
const fs = require("node:fs");
const ExcelJS = require("exceljs");

async function main() {
  for (const job of JSON.parse(fs.readFileSync(process.argv[2], "utf-8"))) {
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(job.source);
    for (const [sheet, address, kind, value] of job.cells) {
      book.getWorksheet(sheet).getCell(address).value = kind === "" ? null : value;
    }
    await book.xlsx.writeFile(job.target);
  }
}

main();
