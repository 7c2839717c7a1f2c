package io.github.vertxaio.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The parts of a probe that need no compiler. */
class ProbeTest {
  private static final int RECORD = FactRecords.NAME_SIZE + 16;

  @Test
  void recordsAreDecodedUpToTheEmptyOne() {
    ByteBuffer data = ByteBuffer.allocate(2 * RECORD).order(ByteOrder.LITTLE_ENDIAN);
    data.put("f:stat:st_size".getBytes(StandardCharsets.US_ASCII));
    data.putLong(FactRecords.NAME_SIZE, -3).putLong(FactRecords.NAME_SIZE + 8, 8);
    assertEquals(
        List.of(new FactRecords.Fact("f:stat:st_size", -3, 8)),
        FactRecords.decode(object(data.array())));
  }

  @Test
  void paddedOrMissingRecordsAreRefused() {
    assertThrows(CodegenException.class, () -> FactRecords.decode(object(new byte[RECORD + 1])));
    assertThrows(
        CodegenException.class,
        () -> FactRecords.decode(ElfObject.parse(ElfBytes.with(".other", new byte[RECORD]))));
  }

  @Test
  void namesThatDoNotFitARecordAreRefused() {
    assertThrows(
        CodegenException.class,
        () -> FactRecords.initializer("c:" + "X".repeat(FactRecords.NAME_SIZE), "1", "0"));
  }

  @Test
  void headerNamesTellEnumeratorsFromMacros() {
    HeaderNames names =
        HeaderNames.scan(
            """
            # 1 "wait.h"
            #define WNOHANG 1
            #define _WAIT_H 1
            typedef enum { P_ALL, P_PIDFD = 3 } idtype_t;
            #undef GONE
            """);
    assertTrue(names.inCode("P_PIDFD"));
    assertFalse(names.inCode("WNOHANG"));
    assertTrue(names.known("WNOHANG"));
    assertFalse(names.known("GONE"));
    assertFalse(names.known("P_PID"));
  }

  @Test
  void headersThatDoNotGoTogetherAreProbedApart() {
    List<String> sources =
        ProbeSource.all(Tree.INPUTS.list()).stream().map(ProbeSource::includes).toList();
    assertEquals(sources.size(), sources.stream().distinct().count());
    assertTrue(
        sources.stream()
            .noneMatch(s -> s.contains("<sys/mount.h>") && s.contains("<linux/mount.h>")));
  }

  private static ElfObject object(byte[] records) {
    return ElfObject.parse(ElfBytes.with(FactRecords.SECTION, records));
  }
}
