// Node's fs/promises under the loads of the benchmarks: keeps <depth> requests in flight.
//
// Reads commands "<work> <depth> <millis>" and answers each with "<operations> <nanoseconds> -1 -1"; see LinePeer.
import { open, stat } from "node:fs/promises";
import { createInterface } from "node:readline";

const BLOCK = 4096;
const FILES = 1024;

const directory = process.argv[2];
const paths = Array.from({ length: FILES }, (_, i) => `${directory}/files/${String(i).padStart(4, "0")}`);
const data = await open(`${directory}/data`, "r");
const blocks = (await data.stat()).size / BLOCK;

const anyPath = () => paths[Math.floor(Math.random() * FILES)];

const works = {
  read: () => {
    const buffer = Buffer.alloc(BLOCK);
    return () => data.read(buffer, 0, BLOCK, BLOCK * Math.floor(Math.random() * blocks));
  },
  stat: () => () => stat(anyPath()),
  open: () => async () => (await open(anyPath(), "r")).close(),
};

async function run(work, depth, millis) {
  let over = false;
  let operations = 0;
  const slot = async () => {
    const once = works[work]();
    while (!over) {
      await once();
      operations++;
    }
  };
  const start = process.hrtime.bigint();
  setTimeout(() => (over = true), millis);
  await Promise.all(Array.from({ length: depth }, slot));
  return `${operations} ${process.hrtime.bigint() - start} -1 -1`;
}

console.log("ready");
for await (const line of createInterface({ input: process.stdin })) {
  const [work, depth, millis] = line.split(" ");
  console.log(await run(work, Number(depth), Number(millis)));
}
