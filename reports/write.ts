import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { en, type Messages } from '#harness'
import { renderHtml } from './html.ts'
import { renderJunit } from './junit.ts'
import { renderMarkdown } from './markdown.ts'
import type { Report } from './model.ts'
import { renderSarif } from './sarif.ts'

export interface ReportNames {
  readonly json: string
  readonly junit: string
  readonly html: string
  readonly markdown: string
  readonly sarif: string
}

export const DEFAULT_NAMES: ReportNames = {
  json: 'report.json',
  junit: 'junit.xml',
  html: 'report.html',
  markdown: 'report.md',
  sarif: 'report.sarif',
}

/**
 * Writes the report files into a folder, which is made if need be. A file is whole or not there: each is
 * written under another name first.
 * @param messages of the page for people; what programs read is in English always
 * @returns the paths written
 * @throws the error of node:fs where the folder cannot be written
 */
export async function writeReports(
  report: Report,
  dir: string,
  names: ReportNames = DEFAULT_NAMES,
  messages: Messages = en,
): Promise<string[]> {
  mkdirSync(dir, { recursive: true })
  // One after the other: all of them at once would be many megabytes where much is wrong.
  const files: readonly (readonly [string, () => string])[] = [
    [names.json, () => `${JSON.stringify(report, null, 2)}\n`],
    [names.junit, () => renderJunit(report)],
    [names.markdown, () => renderMarkdown(report, messages)],
    [names.sarif, () => renderSarif(report)],
    [names.html, () => renderHtml(report, messages)],
  ]
  return files.map(([name, render]) => replace(join(dir, name), render()))
}

function replace(file: string, text: string): string {
  const draft = `${file}.${process.pid}.tmp`
  try {
    writeFileSync(draft, text, { mode: 0o600 })
    renameSync(draft, file)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
  return file
}
