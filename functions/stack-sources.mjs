/**
 * Preloaded in Lambda, `--import`: an error's stack tells of the lines that were written, and not of those of the bundle. The map beside the bundle
 * is read when the first stack is, and never where nothing goes wrong: Node's own `--enable-source-maps` reads it at each cold start,
 * which takes a quarter of the time that the function takes to load.
 */

import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';

/** By the URL of the file; null where it has no map. */
const maps = new Map();

const mapOf = (url) => {
  if (!maps.has(url)) maps.set(url, read(url));
  return maps.get(url);
};

const read = (url) => {
  try {
    return new SourceMap(JSON.parse(readFileSync(`${fileURLToPath(url)}.map`, 'utf8')));
  } catch {
    return null;
  }
};

/** `file:///var/task/index.mjs:2:14339`, lines and columns from 1. */
const place = /(file:\/\/[^\s()]+):(\d+):(\d+)/;

const placed = (frame) =>
  String(frame).replace(place, (bundled, url, line, column) => {
    const entry = mapOf(url)?.findEntry(Number(line) - 1, Number(column) - 1) ?? {};
    if (entry.originalSource === undefined) return bundled;
    return `${entry.originalSource.replace(/^(?:\.\.\/)+/, '')}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  });

Error.prepareStackTrace = (error, frames) =>
  [String(error), ...frames.map((frame) => `    at ${placed(frame)}`)].join('\n');
