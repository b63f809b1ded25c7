// Styles, script and fonts: the named files and nothing else of the folders they come from.

import { createRequire } from 'node:module'
import path from 'node:path'
import files from '@fastify/static'
import type { FastifyInstance } from 'fastify'

const require = createRequire(import.meta.url)
const govuk = path.join(path.dirname(require.resolve('govuk-frontend/package.json')), 'dist/govuk')
const fonts = path.join(path.dirname(require.resolve('@fontsource/atkinson-hyperlegible-next/package.json')), 'files')
const own = path.resolve(import.meta.dirname, '../assets')

/** Files of our own have plain names; of the folder of GOV.UK Frontend only its two built files match. */
const isServed = (name: string) => /^\/([\w-]+|govuk-frontend\.min)\.(css|js|svg)$/.test(name)
const isFont = (name: string) => /^\/[\w-]+-latin-\d+-\w+\.woff2$/.test(name)

/** Serves `/assets/*`. A browser asks again after an hour, and is told whether anything changed. */
export async function useAssets(app: FastifyInstance): Promise<void> {
  const common = { maxAge: '1h', index: false as const, list: false as const }
  await app.register(files, { ...common, root: fonts, prefix: '/assets/fonts/', allowedPath: isFont })
  await app.register(files, {
    ...common,
    root: [own, govuk],
    prefix: '/assets/',
    allowedPath: isServed,
    decorateReply: false,
  })
}
