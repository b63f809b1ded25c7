import { expect, test } from 'vitest'
import { createLog } from './log.ts'

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  let text = ''
  write(createLog('info', { write: line => (text += line) }))
  return text
}

test('a request is logged as its route, never as its address or body', () => {
  const request = { method: 'GET', url: '/search?name=Ruby', body: 'Ruby', routeOptions: { url: '/search' } }
  const text = logged(log => log.info({ req: request, res: { statusCode: 200 }, ms: 12 }, 'Answered'))
  expect(text).toContain('/search')
  expect(text).not.toContain('Ruby')
})

test('an error is logged as its kind and place, never by its message', () => {
  const error = Object.assign(new Error('Key (name)=(Ruby) exists'), { code: '23505', detail: 'Ruby' })
  for (const write of [
    (log: ReturnType<typeof createLog>) => log.error(error),
    (log: ReturnType<typeof createLog>) => log.error({ err: error, reference: 'R1' }, error.message),
  ]) {
    const text = logged(write)
    expect(text).toContain('23505')
    expect(text).toContain('log.test.ts')
    expect(text).not.toContain('Ruby')
  }
})

test('a field that is not on the list is left out', () => {
  expect(logged(log => log.info({ reference: 'R1', child: 'Ruby' }, 'Noted'))).not.toContain('Ruby')
})
