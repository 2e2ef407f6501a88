/** What a system says where nothing more can be written: the disk, a quota, the size of a file. */
const CODES = ['ENOSPC', 'EDQUOT', 'EFBIG'] as const
export type FullDisk = (typeof CODES)[number]

/** Whether the error is about that, and nobody's mistake in the program. */
export function fullDisk(error: unknown): FullDisk | undefined {
  const code = (error as NodeJS.ErrnoException | undefined)?.code
  return CODES.find((one) => one === code)
}

/**
 * The same of what another thread says of its faults: the message alone crosses over.
 * @throws Error with the code
 */
export function throwIfDiskWasFull(faults: readonly string[]): void {
  for (const fault of faults) {
    const code = CODES.find((one) => fault.startsWith(`${one}: `))
    if (code) throw Object.assign(new Error(fault), { code })
  }
}
