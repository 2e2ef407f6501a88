import type { Json } from '#scim'
import { canonicalJson } from './canonical.ts'
import type { SignoffRecord, TestOutcome } from './record.ts'

export const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1'
export const PREDICATE_TYPE = 'https://in-toto.io/attestation/test-result/v0.1'

/** An in-toto statement about the runs, with in-toto's predicate for test results and the sign-off as its extension. */
export interface Statement {
  readonly _type: typeof STATEMENT_TYPE
  readonly subject: readonly { readonly name: string; readonly digest: Readonly<Record<string, string>> }[]
  readonly predicateType: typeof PREDICATE_TYPE
  readonly predicate: {
    readonly result: 'PASSED' | 'WARNED' | 'FAILED'
    readonly configuration: readonly {
      readonly name: string
      readonly uri?: string
      readonly digest?: Readonly<Record<string, string>>
      readonly annotations?: Readonly<Record<string, Json>>
    }[]
    readonly passedTests: readonly string[]
    readonly warnedTests: readonly string[]
    readonly failedTests: readonly string[]
    /** The extension: whoever does not know it loses nothing that would turn the result into a better one. */
    readonly scimTestSignoff: SignoffRecord
  }
}

export function toStatement(record: SignoffRecord, tests: readonly TestOutcome[]): Statement {
  const named = (outcome: TestOutcome['outcome']) =>
    tests.filter((one) => one.outcome === outcome).map(({ id }) => id)
  return {
    _type: STATEMENT_TYPE,
    subject: subjectsOf(record),
    predicateType: PREDICATE_TYPE,
    predicate: {
      result: resultOf(record),
      configuration: [
        {
          name: record.harness.name,
          uri: `pkg:npm/${record.harness.name}@${record.harness.version}`,
          digest: { sha256: record.harness.hash },
        },
        {
          name: `profile ${record.profile.id}`,
          uri: `urn:scim-test:profile:${encodeURIComponent(record.profile.id)}:${record.profile.version}`,
          annotations: {
            strict: record.runs.every(({ strict }) => strict),
            complete: record.scope.complete,
          },
        },
      ],
      passedTests: named('pass'),
      warnedTests: named('warn'),
      failedTests: named('fail'),
      scimTestSignoff: record,
    },
  }
}

/**
 * A statement needs subjects with digests, and a black box has none: the subjects are the records of the runs. Where the
 * version of the system is a git commit, that is one as well.
 */
function subjectsOf({ runs, system }: SignoffRecord): Statement['subject'] {
  const commit = /\b[0-9a-f]{40}\b/.exec(system.version)?.[0]
  return [
    ...(commit ? [{ name: system.id, digest: { gitCommit: commit } }] : []),
    ...runs.map(({ runId, recordHash }) => ({ name: `run ${runId}`, digest: { sha256: recordHash } })),
  ]
}

/** A decision about a deviation makes no failure a success, and less than the whole profile never passes. */
export function resultOf({
  results: { summary },
  scope,
}: Pick<SignoffRecord, 'results' | 'scope'>): Statement['predicate']['result'] {
  if (summary.fail + summary.error + summary.blocked > 0 || summary.pass + summary.warn === 0) return 'FAILED'
  return summary.warn > 0 || !scope.complete ? 'WARNED' : 'PASSED'
}

/** The bytes that are signed, and those of the unsigned file. */
export function statementBytes(statement: Statement): Buffer {
  return Buffer.from(canonicalJson(statement as unknown as Json))
}
