// Loaded into every thread of a program under test: says on standard error whom it turns to, before it does.

import dgram from 'node:dgram'
import dns from 'node:dns'
import { writeSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'

const say = (what) => writeSync(2, `@asked ${what}\n`)

const { connect } = net.Socket.prototype
net.Socket.prototype.connect = function (...args) {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args
  const {
    host = 'localhost',
    port,
    path,
  } = typeof first === 'object'
    ? first
    : { port: first, host: typeof second === 'string' ? second : undefined }
  say(path === undefined ? `connect ${host}:${port}` : `connect ${path}`)
  return connect.apply(this, args)
}

const { send } = dgram.Socket.prototype
dgram.Socket.prototype.send = function (...args) {
  say(`datagram ${args.filter((one) => typeof one !== 'object' && typeof one !== 'function').join(' ')}`)
  return send.apply(this, args)
}

for (const owner of [dns, dns.promises]) {
  for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveAny']) {
    const original = owner[name]
    owner[name] = (host, ...rest) => {
      // An address needs no look-up: node:net asks all the same.
      if (net.isIP(host) === 0) say(`lookup ${host}`)
      return original.call(owner, host, ...rest)
    }
  }
}
syncBuiltinESMExports()
