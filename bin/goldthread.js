#!/usr/bin/env node
// The command line's first file: installs what is missing, then runs src/commands/main.ts on the best Node there is.

import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { chooseNode, install, relay, root } from './install.js'

install()
const loader = pathToFileURL(path.join(root, 'node_modules/tsx/dist/loader.mjs')).href
const main = path.join(root, 'src/commands/main.ts')
process.exitCode = await relay(chooseNode(), ['--import', loader, main, ...process.argv.slice(2)], {
  env: { ...process.env, TSX_TSCONFIG_PATH: path.join(root, 'tsconfig.json') },
})
