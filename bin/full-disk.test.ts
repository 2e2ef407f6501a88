import { expect, it } from 'vitest'
import { fullDisk, throwIfDiskWasFull } from './full-disk.ts'

it.each(['ENOSPC', 'EDQUOT', 'EFBIG'])('%s is a full disk, in this thread or in another', (code) => {
  const error = Object.assign(new Error(`${code}: no room, write`), { code })
  expect(fullDisk(error)).toBe(code)
  expect(() => throwIfDiskWasFull(['something else', error.message])).toThrow(
    expect.objectContaining({ code }),
  )
})

it('nothing else is', () => {
  expect(fullDisk(Object.assign(new Error('EACCES: denied'), { code: 'EACCES' }))).toBeUndefined()
  expect(fullDisk('ENOSPC')).toBeUndefined()
  expect(() => throwIfDiskWasFull(['a test failed: ENOSPC: …', 'EACCES: denied'])).not.toThrow()
})
