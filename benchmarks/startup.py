"""What a newcomer and a small server feel: help, schema from nothing, the worker's memory, the first page.

Each figure beside its bound, in one run. CPU seconds are the process's own, so other work on the machine
does not count. Usage: python benchmarks/startup.py
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BIN = Path(sys.executable).parent


def cpu_of(*command: str, **extra: str) -> tuple[float, float]:
    """CPU and wall seconds of one process."""
    before, begin = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run(command, env=os.environ | extra, check=True, capture_output=True)  # noqa: S603
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return cpu, time.monotonic() - begin


def memory_of(process: int) -> float:
    """Resident megabytes at this moment."""
    status = Path(f"/proc/{process}/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1000


def worker_memory(home: str) -> float:
    """Resident megabytes of the worker after it has run every beat once."""
    command = [str(BIN / "dienhong"), "worker"]
    with subprocess.Popen(command, env=os.environ | {"DIENHONG_HOME": home}) as worker:  # noqa: S603
        try:
            time.sleep(12)
            return memory_of(worker.pid)
        finally:
            worker.terminate()


def line(name: str, value: float, bound: float, unit: str) -> None:
    print(f"{name:44} {value:8.2f} {unit:6} bound {bound:g}, ratio {value / bound:.2f}")


def main() -> None:
    dienhong = str(BIN / "dienhong")
    helps = sorted(cpu_of(dienhong, "--help")[1] for _run in range(7))
    line("dienhong --help, median wall", helps[3], 0.3, "s")
    with tempfile.TemporaryDirectory() as home:
        cpu, _wall = cpu_of(dienhong, "manage", "migrate", "-v0", DIENHONG_HOME=home)
        line("schema from nothing, CPU", cpu, 20, "s")
        cpu, wall = cpu_of(dienhong, "demo", "--no-serve", DIENHONG_HOME=home)
        print(f"{'demo data, environment there':44} {cpu:8.2f} s CPU, {wall:.1f} s wall")
        _cpu, wall = cpu_of(dienhong, "demo", "--no-serve", DIENHONG_HOME=home)
        line("demo, warm, wall", wall, 15, "s")
        line("worker, resident", worker_memory(home), 150, "MB")


if __name__ == "__main__":
    main()
