/**
 * What a test opened is closed when the test ends, and what its file opened when the file ends. Vitest runs no `afterAll` that is registered while another hook is running, as
 * helpers are: so they say here what is to be closed, and `close-opened.ts`, which each file begins with, sees to it.
 */
import { onTestFinished, TestRunner } from 'vitest'

type Close = () => Promise<unknown>

const opened: Close[] = []

/** Closes something when the test ends, or the file where it was opened for all of them: what was opened last is closed first. */
export function whenDone(close: Close): void {
  if (TestRunner.getCurrentTest()) onTestFinished(async () => void (await close()))
  else opened.push(close)
}

/** Closes all that the file opened. */
export async function closeOpened(): Promise<void> {
  for (const close of opened.splice(0).toReversed()) await close()
}
