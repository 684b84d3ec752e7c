import { arch, cpus, loadavg, platform, release, totalmem } from 'node:os';

/** The facts that a figure depends on, in one line. */
export function describeMachine(): string {
  const processors = cpus();
  const gibibytes = (totalmem() / 1024 ** 3).toFixed(1);
  const facts = [
    `${processors.length} × ${processors[0]?.model.trim() ?? 'unknown processor'}`,
    `${gibibytes} GiB`,
    `${platform()} ${release()} ${arch()}`,
    `Node ${process.versions.node}`,
    `load ${loadavg()[0]!.toFixed(2)}`,
  ];
  return facts.join(' · ');
}
