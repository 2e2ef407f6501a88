import { randomBytes } from 'node:crypto'
import { appendFileSync } from 'node:fs'
import { type Report, renderAnnotations, renderMarkdown } from '#reports'
import { spoken } from '../messages/spoken.ts'

/** What GitHub takes for the summary of one step, in bytes. */
const SUMMARY = 1024 * 1024

/**
 * In the log of GitHub Actions, text that nothing can turn into a workflow command: GitHub takes a line that begins with
 * `::` for one, whoever has written it.
 */
export function asLog(text: string, env: NodeJS.ProcessEnv = process.env): string {
  if (env.GITHUB_ACTIONS !== 'true') return text
  const token = randomBytes(16).toString('hex')
  return `::stop-commands::${token}\n${text}::${token}::\n`
}

/**
 * In GitHub Actions, or where it is asked for: annotations on standard output, and the report as the job's summary.
 * @param asked by a flag; what the environment says counts where it is missing
 */
export function tellGithub(
  report: Report,
  asked: boolean | undefined,
  env: NodeJS.ProcessEnv = process.env,
): void {
  if (!(asked ?? env.GITHUB_ACTIONS === 'true')) return
  process.stdout.write(renderAnnotations(report, spoken()))
  const file = env.GITHUB_STEP_SUMMARY
  if (file) appendFileSync(file, summaryOf(report))
}

/** As much of the report as fits. GitHub shows nothing at all of a summary that is too large. */
function summaryOf(report: Report): string {
  const texts = ROWS.map((rows) => renderMarkdown(report, spoken(), rows))
  return texts.find((text) => Buffer.byteLength(text) <= SUMMARY) ?? ''
}

const ROWS = [100, 20, 0]
