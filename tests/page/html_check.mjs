// Checks HTML files against html-validate's standard preset; prints a JSON list of what is wrong.
import { FileSystemConfigLoader, HtmlValidate } from "html-validate";

const validator = new HtmlValidate(new FileSystemConfigLoader({ root: true, extends: ["html-validate:standard"] }));
const wrong = [];
for (const file of process.argv.slice(2)) {
  const report = await validator.validateFile(file);
  for (const result of report.results)
    for (const message of result.messages) wrong.push(`${file}:${message.line}: ${message.ruleId}: ${message.message}`);
}
console.log(JSON.stringify(wrong));
