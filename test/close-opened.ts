/** Runs with each test file that uses a server: when the file ends, what it opened is closed. */
import { afterAll } from 'vitest'
import { closeOpened } from './when-done.ts'

afterAll(closeOpened, 60_000)
