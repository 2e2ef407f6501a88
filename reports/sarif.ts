import { createHash } from 'node:crypto'
import { en, levelText, type Messages, requirementLabel, requirementLink, safeText } from '#harness'
import { demandedText, foundText } from './brief.ts'
import { exchangeOf, type ReportExchange } from './cited.ts'
import { placeOf, staleText, stops } from './gated.ts'
import { grouped } from './grouped.ts'
import { type Report, type ReportVerdict, shownExchanges } from './model.ts'

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'
const HOME = 'https://www.npmjs.com/package/scim-test'
/** An endpoint has no file and no line; code scanning asks for one all the same. */
const FILE = 'scim-test.config.yaml'
const BODY = 2_000
const STALE = 'baseline/entries-are-needed'

type Level = 'error' | 'warning' | 'note'

/**
 * SARIF 2.1.0: a rule for each check that found something, a result for each verdict that is not green. What a baseline
 * excuses is a suppressed result with its justification, so that it stays to be seen.
 */
export function renderSarif(report: Report, messages: Messages = en): string {
  const bad = report.verdicts.filter(({ outcome }) => /^(error|fail|blocked|warn)$/.test(outcome))
  const checks = grouped(bad, ({ id }) => ruleId(id))
  const stale = report.gate.baseline?.stale ?? []
  const rules = [
    ...checks.map(([id, verdicts]) => ruleOf(id, verdicts, report, messages)),
    ...(stale.length > 0 ? [staleRule(messages)] : []),
  ]
  const places = new Map(rules.map(({ id }, index) => [id, index]))
  const result = (of: Result) => ({ ...of, ruleIndex: places.get(of.ruleId) ?? -1 })
  const log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: report.tool.name, version: report.tool.version, informationUri: HOME, rules },
        },
        automationDetails: { id: `${report.tool.name}/${report.profile.id}/` },
        invocations: [invocationOf(report)],
        columnKind: 'utf16CodeUnits',
        properties: { target: report.target.base, profile: report.profile.id, seed: report.seed },
        results: [
          ...bad.map((verdict) => result(resultOf(verdict, report, messages))),
          ...stale.map((entry) =>
            result({
              ruleId: STALE,
              level: 'error',
              message: { text: `${safeText(entry.id)}: ${staleText(entry, messages)}` },
              locations: [physical(entry.line ?? 1, report)],
              partialFingerprints: printOf(`${STALE} ${entry.id}`),
            }),
          ),
        ],
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

interface Result {
  readonly ruleId: string
  readonly level: Level
  readonly message: { readonly text: string }
  readonly locations: readonly object[]
  readonly partialFingerprints: Readonly<Record<string, string>>
  readonly suppressions?: readonly object[]
  readonly webRequest?: object
  readonly webResponse?: object
}

/** Cases of one check are one rule. */
function ruleId(id: string): string {
  return id.split('[', 1)[0] as string
}

function ruleOf(id: string, verdicts: readonly ReportVerdict[], report: Report, messages: Messages) {
  const first = verdicts[0] as ReportVerdict
  const requirements = [...new Set<string>(verdicts.flatMap((one) => one.requirements))]
  const texts = requirements.map((requirement) => {
    const row = Object.hasOwn(report.requirements, requirement) ? report.requirements[requirement] : undefined
    const label = safeText(requirementLabel(requirement, messages))
    return row ? `${label} (${levelText(requirement, row, messages)}): ${safeText(row.text)}` : label
  })
  const breaks = first.breaks ? [`${messages.line.breaks}: ${safeText(first.breaks)}`] : []
  const link = requirements.map((one) => requirementLink(one)).find((one) => one !== undefined)
  const worst = verdicts
    .map((one) => levelOf(one, report))
    .sort((a, b) => LEVELS.indexOf(a) - LEVELS.indexOf(b))
  return {
    id: safeText(id),
    shortDescription: { text: safeText(first.title) },
    fullDescription: { text: safeText(first.title) },
    help: { text: [...texts, ...breaks].join('\n') || safeText(first.title) },
    ...(link ? { helpUri: link } : {}),
    defaultConfiguration: { level: worst[0] as Level },
    properties: {
      tags: ['SCIM', safeText(first.topic), ...requirements.map((one) => safeText(one))].slice(0, 10),
    },
  }
}

function staleRule({ gate }: Messages) {
  const text = { text: gate.summary.stale }
  return {
    id: STALE,
    shortDescription: text,
    fullDescription: text,
    help: text,
    defaultConfiguration: { level: 'error' as Level },
    properties: { tags: ['SCIM', 'baseline'] },
  }
}

const LEVELS: readonly Level[] = ['error', 'warning', 'note']

function levelOf(verdict: ReportVerdict, report: Report): Level {
  const isRed = verdict.outcome === 'fail' || verdict.outcome === 'error' || stops(verdict, report)
  return isRed ? 'error' : 'warning'
}

function resultOf(verdict: ReportVerdict, report: Report, messages: Messages): Result {
  const exchange = exchangeOf(shownExchanges(verdict)[0], report)
  const again = verdict.again ? `\n${messages.line.again}: ${safeText(verdict.again)}` : ''
  const found = `${safeText(verdict.id)}: ${foundText(verdict, report, messages)}`
  const { excused } = verdict
  return {
    ruleId: safeText(ruleId(verdict.id)),
    level: levelOf(verdict, report),
    message: { text: `${found} (${demandedText(verdict, messages)})${again}` },
    locations: [{ ...physical(1, report), logicalLocations: [logical(verdict, exchange)] }],
    partialFingerprints: printOf(verdict.id),
    ...(excused
      ? {
          suppressions: [
            {
              kind: 'external',
              status: 'accepted',
              justification: safeText(messages.gate.until(excused.until, excused.reason)),
            },
          ],
        }
      : {}),
    ...(exchange ? webOf(exchange, report) : {}),
  }
}

function physical(startLine: number, { gate }: Report): object {
  const named = gate.baseline?.file
  // Only a path below the repository means anything to whoever reads the log elsewhere.
  const uri = named === undefined || /^(\.\.|\/|[A-Za-z]:)/.test(named) ? FILE : named
  return {
    physicalLocation: {
      artifactLocation: { uri: encodeURI(uri.replaceAll('\\', '/').replace(/^\.\//, '')) },
      region: { startLine },
    },
  }
}

function logical(verdict: ReportVerdict, exchange: ReportExchange | undefined): object {
  const path = exchange?.request.path.split('?', 1)[0]
  return {
    fullyQualifiedName: safeText(exchange ? `${exchange.request.method} ${path}` : verdict.id),
    kind: 'resource',
  }
}

/** Code scanning tells results of one rule and line apart by this, and knows them again in the next run. */
function printOf(id: string): Record<string, string> {
  return { primaryLocationLineHash: `${createHash('sha256').update(id).digest('hex').slice(0, 16)}:1` }
}

function webOf({ request, response, elsewhere }: ReportExchange, { target }: Report): Partial<Result> {
  const headers = (all: Iterable<readonly [string, string]>) =>
    Object.fromEntries([...all].map(([name, value]) => [safeText(name), safeText(value)]))
  return {
    webRequest: {
      protocol: 'HTTP',
      version: '1.1',
      method: request.method,
      target: safeText(`${elsewhere?.base ?? target.base}${request.path}`.slice(0, BODY)),
      headers: headers(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)] as const),
      ),
      ...bodyOf(request.body),
    },
    ...(response
      ? {
          webResponse: {
            protocol: 'HTTP',
            version: '1.1',
            statusCode: response.status,
            headers: headers(response.headers),
            ...bodyOf(response.body ?? response.text),
          },
        }
      : {}),
  }
}

function bodyOf(body: unknown): { body?: { text: string } } {
  if (body === undefined || body === '') return {}
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return { body: { text: safeText(text.slice(0, BODY), '\n') } }
}

function invocationOf(report: Report): object {
  const { gate } = report
  const file = gate.baseline?.file
  return {
    executionSuccessful: !report.interrupted && report.totals.error === 0,
    startTimeUtc: report.started,
    ...(report.finished ? { endTimeUtc: report.finished } : {}),
    ...(file && gate.baseline?.stale.length
      ? { properties: { baseline: gate.baseline.stale.map((entry) => placeOf(entry, file)) } }
      : {}),
  }
}
