package io.github.vertxaio.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The program fio with its io_uring engine; a process for each round, whose start is not counted.
 */
final class FioPeer implements Contestant {
  private final Path data;

  FioPeer(Path data) throws MissingException {
    this.data = data;
    Programs.require("fio", "fio");
  }

  @Override
  public Sample run(int depth, long millis) throws IOException {
    List<String> command =
        List.of(
            "fio",
            "--name=read",
            "--ioengine=io_uring",
            "--rw=randread",
            "--bs=4k",
            "--invalidate=0",
            "--norandommap",
            "--time_based",
            "--output-format=json",
            "--filename=" + data,
            "--iodepth=" + depth,
            "--runtime=" + millis + "ms");
    String output = Programs.output(command);
    JsonNode job = new ObjectMapper().readTree(output.substring(output.indexOf('{'))).at("/jobs/0");
    long operations = job.at("/read/total_ios").asLong();
    long nanos = job.at("/read/runtime").asLong() * 1_000_000;
    double cpu = (job.at("/usr_cpu").asDouble() + job.at("/sys_cpu").asDouble()) / 100;
    return new Sample(operations, nanos, (long) (cpu * nanos), -1, -1);
  }
}
