import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import {
  buildSignoff,
  type Ground,
  leaksIn,
  notShown,
  type OpenPoint,
  openPoints,
  renderSignoffPage,
  type SignoffRecord,
  statementBytes,
  testsOf,
  toStatement,
} from '#reports/signoff'
import type { Json } from '#scim'
import type { ExitCode } from '../cli.ts'
import { signoff } from '../messages/signoff.ts'
import { UsageError } from '../usage-error.ts'
import { readBytes, readRun, writeWhole } from './files.ts'
import { type FormFile, openForm } from './form-file.ts'
import { groundOf } from './ground.ts'

export interface MakeFlags {
  readonly from?: readonly string[] | undefined
  readonly profile?: string | undefined
  readonly form: string
  readonly out: string
}

const say = (text: string) => process.stdout.write(`${text}\n`)

interface Made {
  readonly ground: Ground
  readonly file: FormFile
  readonly record: SignoffRecord
}

/** The form first: it is read, and written again with what the runs ask for beyond it. */
async function begin(flags: MakeFlags, old?: SignoffRecord): Promise<Made> {
  const paths = flags.from ?? ['scim-test-report']
  const supersedes = old && { recordId: old.recordId, contentHash: old.integrity.contentHash }
  const ground = await groundOf(paths.map(readRun), flags.profile, supersedes)
  const exists = existsSync(flags.form)
  const before = exists ? readBytes(flags.form).toString('utf8') : old ? formTextOf(old) : ''
  const file = openForm(before, flags.form)
  const record = buildSignoff(ground, file.form)
  const asks = { negative: notShown(ground.runs) }
  const after = file.completed(record, asks)
  const grown = after !== openForm(before, flags.form).unchanged()
  if (!exists || grown) writeWhole(flags.form, after)
  const { formWritten, formGrown } = signoff()
  if (!exists || grown) say(exists ? formGrown(flags.form) : formWritten(flags.form))
  sayStale(file, record)
  // Read again, so that what is open is found in the lines that are there now.
  return { ground, file: openForm(exists && !grown ? before : after, flags.form), record }
}

/** Answers about what the runs do not show any more. */
function sayStale({ form }: FormFile, record: SignoffRecord): void {
  const asked = new Set(record.deviations.map(({ id }) => id))
  const stale = form.deviations.map(({ id }) => id).filter((id) => !asked.has(id))
  if (stale.length > 0) say(signoff().formStale(stale))
}

/** What a signed record can say again: not the version that was tested, and not why the runs were what they were. */
function formTextOf(old: SignoffRecord): string {
  const party = (one: SignoffRecord['vendor']) => ({ orgNumber: one.orgNumber, name: one.name })
  return stringify({
    vendor: party(old.vendor),
    ...(old.customer ? { customer: party(old.customer) } : {}),
    system: { ...old.system, version: '' },
    environment: { name: old.environment.name, confirmedAsTest: String(old.environment.confirmedAsTest) },
    automation: { account: old.automation.account },
    contacts: old.contacts,
    ...(old.deviations.length > 0
      ? {
          deviations: old.deviations.map(({ id, description, decision, owner, due }) => ({
            id,
            description,
            decision,
            owner,
            due,
          })),
        }
      : {}),
    ...(old.agreement ? { agreement: old.agreement } : {}),
  })
}

/** `scim-test signoff form` */
export async function writeForm(flags: MakeFlags): Promise<ExitCode> {
  const { file, record, ground } = await begin(flags)
  sayOpen(openPoints(record, ground.now), { file, name: flags.form })
  return 0
}

/** `scim-test signoff create`, and `renew` with the record that is renewed. */
export async function make(flags: MakeFlags, old?: SignoffRecord): Promise<ExitCode> {
  const { ground, file, record: draft } = await begin(flags, old)
  const open = openPoints(draft, ground.now)
  const record: SignoffRecord = { ...draft, state: open.length === 0 ? 'tested' : 'draft' }
  const statement = toStatement(record, testsOf(ground.runs))
  const [leak] = leaksIn(statement as unknown as Json, knownSecrets())
  if (leak) throw new UsageError(signoff().leak(leak.kind, leak.at))
  const target = join(flags.out, 'signoff.json')
  makeFolder(flags.out)
  writeWhole(target, Buffer.concat([statementBytes(statement), Buffer.from('\n')]))
  writePages(record, target)
  advise(record)
  say(signoff().result(statement.predicate.result, record.deviations.length))
  if (open.length > 0) {
    sayOpen(open, { file, name: flags.form })
    say(signoff().draft(target))
    return 1
  }
  say(signoff().tested(target))
  say(signoff().signNext(target))
  return 0
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw new UsageError(signoff().notWritten(folder, (error as NodeJS.ErrnoException).code ?? ''))
  }
}

/** The pages of a record beside its file, one in each language: `signoff.nb.html` for `signoff.json`. */
export function writePages(record: SignoffRecord, file: string): void {
  for (const language of ['nb', 'en'] as const)
    writeWhole(`${file.replace(/\.json$/, '')}.${language}.html`, renderSignoffPage(record, language))
}

function advise({ system, vendor }: SignoffRecord): void {
  const { orgNumber } = vendor
  if (system.id !== '' && orgNumber !== '' && !system.id.startsWith(`${orgNumber}_`))
    say(signoff().systemIdAdvice(system.id, orgNumber))
}

/** What is open, each with its place in the form where there is one. */
export function sayOpen(
  points: readonly OpenPoint[],
  form?: { readonly file: FormFile; readonly name: string },
): void {
  if (points.length === 0) return
  process.stderr.write(`${signoff().openHeading(points.length)}\n`)
  for (const { kind, path, about } of points) {
    const place = form && path.length > 0 ? `${form.file.at(path)}: ` : ''
    process.stderr.write(`  ${place}${signoff().open[kind]({ about, field: path.join('.') })}\n`)
  }
}

/** Values of the environment that a sign-off must not hold. */
export function knownSecrets(): string[] {
  return Object.entries(process.env).flatMap(([name, value]) =>
    /^SCIM_TEST_/.test(name) && /TOKEN|SECRET|PASS|KEY/.test(name) && value ? [value] : [],
  )
}
