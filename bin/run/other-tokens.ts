import { type Json, OTHER_TOKENS, type OtherToken } from '#scim'
import { readSecret } from '../auth/secret.ts'
import { type At, checkShape } from '../auth/shape.ts'

/** Tokens besides the run's own, by what they are; see `OTHER_TOKENS`. */
export type OtherTokens = Readonly<Partial<Record<OtherToken, string>>>

/** References as they stand in the configuration. */
export type TokensConfig = Readonly<Partial<Record<OtherToken, string>>>

/** @throws UsageError for an unknown kind, and for a value that is no reference */
export function checkTokens(value: Json, at: At): TokensConfig {
  const keys = Object.fromEntries(OTHER_TOKENS.map((kind) => [kind, { takes: 'secret' as const }]))
  return checkShape('tokens', value, { keys }, at) as TokensConfig
}

/** Those that the configuration leads to, and those of the environment: `SCIM_TEST_TOKEN_OTHER`, … */
export function otherTokens(config: TokensConfig | undefined, env: NodeJS.ProcessEnv): OtherTokens {
  const found = OTHER_TOKENS.flatMap((kind) => {
    const reference = config?.[kind]
    const token =
      reference === undefined ? env[variableOf(kind)] : readSecret(reference, `tokens.${kind}`, env)
    return token ? [[kind, token.trim()]] : []
  })
  return Object.fromEntries(found)
}

const variableOf = (kind: OtherToken) => `SCIM_TEST_TOKEN_${kind.toUpperCase()}`
