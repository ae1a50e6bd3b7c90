// write-good and alex in one process, on the texts in a folder; `run` starts a copy of this file that
// lies beside `node_modules`. Usage: node node.mjs TEXTS
//
// Never: looks at a text twice.

import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { text as alex } from 'alex'

const need = createRequire(import.meta.url)
const writeGood = need('write-good')

// alex is called as for plain text, which is the quicker of its ways
const TOOLS = [
  { name: 'write-good', notes: (text) => writeGood(text).length },
  { name: 'alex', notes: (text) => alex(text).messages.length }
]
const ROUNDS = 3
const folder = process.argv[2]
const pinned = JSON.parse(readFileSync(new URL('package.json', import.meta.url))).dependencies

for (const { name, notes } of TOOLS) {
  for (const size of readdirSync(folder)) {
    const files = readdirSync(join(folder, size)).sort()
    const texts = files.map((file) => readFileSync(join(folder, size, file), 'utf8'))
    const { time, n } = bestMedian(texts, notes)
    const line = [name, pinned[name], size, time, (n / texts.length).toFixed(2)]
    console.log(line.join('\t'))
  }
}

// every text once; the median of the best round, and all notes
function bestMedian(texts, notes) {
  const perRound = Math.floor(texts.length / ROUNDS)
  let time = Infinity
  let n = 0
  for (let from = 0; from < texts.length; from += perRound) {
    const times = texts.slice(from, from + perRound).map((text) => {
      const start = process.hrtime.bigint()
      n += notes(text)
      return Number(process.hrtime.bigint() - start)
    })
    times.sort((a, b) => a - b)
    time = Math.min(time, times[Math.floor(times.length / 2)])
  }
  return { time, n }
}
