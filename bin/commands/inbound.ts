import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createLimiter, createRedactor, TransportFailure } from '#harness'
import { runTag } from '#people'
import { inboundFeed, type Scenario, type Upload } from '#simulator'
import { createAccess } from '../auth/access.ts'
import { signIn } from '../auth/sign-in.ts'
import type { ExitCode } from '../cli.ts'
import { inbound } from '../messages/inbound.ts'
import { guardProduction, newRunId } from '../run/prepare.ts'
import { resolveSettings } from '../run/resolve.ts'
import { type Settings, secretsOf } from '../run/settings.ts'
import { transportOf } from '../run/transport-of.ts'
import { writable } from '../run/writable.ts'
import { UsageError } from '../usage-error.ts'
import type { Flags } from './options.ts'

/** The name under which the other direction can be played. It has no target of SCIM's own, so it is no dialect. */
export const INBOUND = 'entra-inbound'

/** Requests a second at the most (ENT-232). */
const DOCUMENTED_RATE = 40
/** Public and national clouds. */
const MICROSOFT = /(^|\.)(microsoft\.(com|us)|microsoftgraph\.chinacloudapi\.cn)$/i

type Numbered = Upload & { readonly id: string; readonly scenario: string }

interface Sent {
  readonly upload: Numbered
  /** 0: none came. */
  readonly status: number
  readonly said: string
}

/**
 * `scim-test simulate --dialect entra-inbound`: what an HR system uploads in the course of a story, as a file; sent only to a
 * target that is named on the command line, for a configuration file names endpoints of SCIM. Only answers are judged.
 */
export async function inboundCommand(flags: Flags, scenarios: readonly Scenario[]): Promise<ExitCode> {
  if (flags.allure) throw new UsageError(inbound().noAllure)
  const settings = resolveSettings(flags)
  if (settings.deviations.length > 0) throw new UsageError(inbound().noEmbedded)
  if (flags.target !== undefined) guardMicrosoft(new URL(settings.target as string).hostname)
  const run = { tag: runTag(newRunId()), seed: settings.seed }
  const uploads = scenarios
    .flatMap((scenario) => inboundFeed(scenario, run).map((upload) => ({ ...upload, scenario: scenario.id })))
    .map((upload, n) => ({ ...upload, id: `u${n + 1}` }))
  if (uploads.length === 0) {
    process.stderr.write(`${inbound().nothing}\n`)
    return 3
  }
  writable(settings.out)
  const file = join(settings.out, 'bulk-uploads.ndjson')
  if (flags.target === undefined) return written(uploads, file, settings.quiet)
  const target = settings.target as string
  guardProduction({ ...settings, target })
  return judged(await send(uploads, { ...settings, target }), file, settings.quiet)
}

function guardMicrosoft(host: string): void {
  if (MICROSOFT.test(host)) throw new UsageError(inbound().noMicrosoft(host))
}

/** What was never sent has shown nothing, and is no success. */
function written(uploads: readonly Numbered[], file: string, quiet: boolean): ExitCode {
  writeLines(
    file,
    uploads.map((upload) => lineOf(upload)),
  )
  if (!quiet) process.stdout.write(`${uploads.map(rowOf).join('\n')}\n\n`)
  const people = uploads.reduce((sum, upload) => sum + upload.people, 0)
  process.stdout.write(`${inbound().notSent(uploads.length, people, file)}\n`)
  return 3
}

function judged(sent: readonly Sent[], file: string, quiet: boolean): ExitCode {
  writeLines(
    file,
    sent.map(({ upload, status }) => lineOf(upload, status)),
  )
  const accepted = sent.filter(({ status }) => status === 202).length
  for (const { upload, status, said } of sent)
    if (!quiet || status !== 202) process.stdout.write(`${rowOf(upload)}: ${said}\n`)
  process.stdout.write(`\n${inbound().accepted(accepted, sent.length, file)}\n`)
  return accepted === sent.length ? 0 : 1
}

/** One after the other to the very address that was given: a provider tells its administrators the whole of it. */
async function send(uploads: readonly Numbered[], settings: Settings & { target: string }): Promise<Sent[]> {
  const { target, headers, rate } = settings
  const auth = await signIn(settings)
  const http = transportOf(settings, 1)
  const access = createAccess(auth, createRedactor(secretsOf(settings), ''))
  const transport = access.through(http.send)
  const limited = createLimiter(1, rate || DOCUMENTED_RATE)
  const sent: Sent[] = []
  try {
    for (const upload of uploads) {
      const { method, headers: own, body } = upload.request
      const request = {
        method,
        url: target,
        headers: { ...access.credentials, ...headers, ...own },
        body: JSON.stringify(body),
      }
      sent.push({ upload, ...(await answerOf(limited(() => transport(request)))) })
    }
    return sent
  } finally {
    await http.close()
  }
}

async function answerOf(sending: Promise<{ status: number }>): Promise<Pick<Sent, 'status' | 'said'>> {
  try {
    const { status } = await sending
    return { status, said: status === 202 ? '202' : inbound().answered(status) }
  } catch (error) {
    if (!(error instanceof TransportFailure)) throw error
    return { status: 0, said: inbound().unanswered(error.message) }
  }
}

function rowOf({ id, people, story }: Numbered): string {
  const shown = story.slice(0, MOST_TOLD).join('; ')
  return inbound().row(id, people, story.length > MOST_TOLD ? `${shown}; …` : shown)
}

const MOST_TOLD = 5

/** No credentials: whoever sends it has their own. */
function lineOf({ id, scenario, story, request }: Numbered, status?: number): object {
  const answer = status === undefined ? {} : { answer: { status } }
  return { upload: id, scenario, story, sent: status !== undefined, request, ...answer }
}

function writeLines(file: string, lines: readonly object[]): void {
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
}
