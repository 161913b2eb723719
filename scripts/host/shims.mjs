// Plain JavaScript in place of two native modules of VS Code's server that would need a compiler. Without the logger VS Code starts all
// the same, but Output channels stay empty.

const logger = `'use strict';
const fs = require('node:fs');
const path = require('node:path');
const NAMES = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];
class Logger {
  constructor(file) {
    this.file = file;
    this.level = 2;
    this.raw = false;
  }
  write(level, message) {
    if (level < this.level) return;
    const time = new Date().toISOString().replace('T', ' ').slice(0, -1);
    try {
      fs.appendFileSync(this.file, this.raw ? message : time + ' [' + NAMES[level] + '] ' + message + '\\n');
    } catch (error) {
      process.stderr.write('The log ' + this.file + ' cannot be written: ' + error.message + '\\n');
    }
  }
  trace(message) { this.write(0, message); }
  debug(message) { this.write(1, message); }
  info(message) { this.write(2, message); }
  warn(message) { this.write(3, message); }
  error(message) { this.write(4, message); }
  critical(message) { this.write(5, message); }
  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  setPattern() { this.raw = false; }
  clearFormatters() { this.raw = true; }
  flush() {}
  drop() {}
}
const create = async (name, file) => {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.appendFileSync(file, '');
  return new Logger(file);
};
exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = create;
exports.createAsyncRotatingLogger = create;
`;

const watchdog = `'use strict';
exports.start = () => {};
exports.exit = (code) => process.exit(code);
`;

/** Source by the file it replaces, relative to the server's node_modules. */
export const SHIMS = { '@vscode/spdlog/index.js': logger, '@vscode/native-watchdog/index.js': watchdog };
