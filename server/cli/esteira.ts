#!/usr/bin/env node
/** `esteira`: what is typed, to a command. */
import { keepCompiledCode } from '#server/compiledCode.ts';

// Before the rest is loaded, so that follows by dynamic imports.
keepCompiledCode();
const { runCommandLine } = await import('./dispatch.ts');
const { processTerminal } = await import('./terminal.ts');
process.exitCode = await runCommandLine(process.argv.slice(2), processTerminal());
