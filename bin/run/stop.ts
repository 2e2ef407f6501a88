import { BroadcastChannel } from 'node:worker_threads'
import { type Transport, TransportFailure } from '#harness'

/** Calls once on the abort, at once where it has come already: a listener that is added afterwards never hears of it. */
export function onAbort(signal: AbortSignal, act: () => void): void {
  if (signal.aborted) act()
  else signal.addEventListener('abort', act, { once: true })
}

/** The end of main: tells the host's thread to send nothing more, also one that opens after the interrupt. */
export function announceStop(run: string, signal: AbortSignal): { close: () => void } {
  const channel = channelOf(run)
  let isOpen = true
  // An interrupt may come later as well, while the run cleans up or reports.
  const tell = () => {
    if (isOpen) channel.postMessage(STOP)
  }
  channel.onmessage = ({ data }) => {
    if (data === OPENED && signal.aborted) tell()
  }
  onAbort(signal, tell)
  return {
    close: () => {
      isOpen = false
      channel.close()
    },
  }
}

/** The host's end: after a stop nothing more is sent; what is under way may come back, so that it can be cleaned up. */
export function hearStop(run: string): {
  before: (send: Transport) => Transport
  heard: () => boolean
  close: () => void
} {
  const channel = channelOf(run)
  const controller = new AbortController()
  channel.onmessage = ({ data }) => {
    if (data === STOP) controller.abort()
  }
  channel.postMessage(OPENED)
  const { signal } = controller
  return { before: untilAborted(signal), heard: () => signal.aborted, close: () => channel.close() }
}

/** Lets requests through until the signal is aborted. */
export const untilAborted =
  (signal: AbortSignal) =>
  (send: Transport): Transport =>
  (request) =>
    signal.aborted
      ? Promise.reject(new TransportFailure('protocol', 'the run was interrupted'))
      : send(request)

const STOP = 'stop'
const OPENED = 'opened'

const channelOf = (run: string): BroadcastChannel => new BroadcastChannel(`scim-test-stop-${run}`)
