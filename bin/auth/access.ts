import { randomUUID } from 'node:crypto'
import { CredentialsLost, type Redactor, safeText, type Transport } from '#harness'
import { type Auth, basicPair, needsToken, type Token, type TokenAuth } from './auth.ts'
import { fetchToken, NoToken } from './fetch-token.ts'

/** How a client shows who it is. */
export interface Access {
  /** What the client sends as its own credentials; of tokens that are renewed, a mark in place of the token. */
  readonly credentials: Readonly<Record<string, string>>
  /** Stands between client and sockets, and puts the token of the moment in place of that mark. */
  readonly through: (send: Transport) => Transport
}

/** @param redactor hears of each token and assertion before it is used */
export function createAccess(auth: Auth, redactor: Redactor): Access {
  if (needsToken(auth)) return renewing(auth, redactor)
  return { credentials: fixed(auth), through: (send) => send }
}

function fixed(auth: Exclude<Auth, TokenAuth>): Readonly<Record<string, string>> {
  if (auth.type === 'none') return {}
  if (auth.type === 'headers') return auth.headers
  const value =
    auth.type === 'bearer' ? `Bearer ${auth.token}` : `Basic ${basicPair(auth.username, auth.password)}`
  return { authorization: value }
}

/** Only what carries the mark gets a token: what a check sends with wrong credentials, or with none, passes as it is. */
function renewing(auth: TokenAuth, redactor: Redactor): Access {
  const mark = `Bearer ${randomUUID()}`
  return {
    credentials: { authorization: mark },
    through: (send) => {
      const tokens = createTokens(auth, send, redactor)
      return async (request) => {
        if (request.headers.authorization !== mark) return send(request)
        const sendWith = (token: Token) =>
          send({ ...request, headers: { ...request.headers, authorization: `Bearer ${token.value}` } })
        const token = await tokens.current()
        const answer = await sendWith(token)
        if (answer.status !== 401) {
          tokens.accepted(token)
          return answer
        }
        const next = await tokens.afterRefusal(token)
        if (!next) return answer
        const second = await sendWith(next)
        if (second.status === 401) tokens.refusedAgain()
        else tokens.accepted(next)
        return second
      }
    },
  }
}

/** After a new token was refused like the old one, a refusal is about something else; for so long it is not tried again. */
const PAUSE = 60_000

interface Tokens {
  current(): Promise<Token>
  accepted(token: Token): void
  /** Another token, where the refused one may have run out or been revoked: it was accepted before. */
  afterRefusal(token: Token): Promise<Token | undefined>
  refusedAgain(): void
}

function createTokens(auth: TokenAuth, send: Transport, redactor: Redactor): Tokens {
  let held = auth.held
  let worked = auth.held?.value
  let asking: Promise<Token> | undefined
  let quietUntil = 0
  const ask = () => {
    asking ??= fetchToken(auth, {
      send,
      hide: (secret) => redactor.hide(secret),
      redact: (text) => safeText(redactor.text(text)),
    })
      .then((token) => {
        held = token
        return token
      })
      .catch((error: unknown) => {
        throw error instanceof NoToken ? new CredentialsLost(error.inEnglish) : error
      })
      .finally(() => {
        asking = undefined
      })
    return asking
  }
  return {
    current: async () => (held && !isDue(held) ? held : ask()),
    accepted: (token) => {
      worked = token.value
    },
    afterRefusal: async (token) => {
      if (held && held.value !== token.value) return held
      if (worked !== token.value || Date.now() < quietUntil) return undefined
      return ask()
    },
    refusedAgain: () => {
      quietUntil = Date.now() + PAUSE
    },
  }
}

function isDue({ expires, margin = 0 }: Token): boolean {
  return expires !== undefined && Date.now() >= expires - margin
}
