package io.github.vertxaio.impl.sys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.vertxaio.Errno;
import io.github.vertxaio.Linux;
import io.github.vertxaio.testing.Commands;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a mapping does for requests: holds, ranges that are checked, and old kernels. */
class MappingTest {
  private static final int PAGE = MemoryCalls.pageSize();
  private static final int RW = Linux.PROT_READ | Linux.PROT_WRITE;

  @TempDir Path dir;
  private final Scratch scratch = new Scratch(1 << 16);
  private Path file;
  private Mapping mapping;

  @BeforeEach
  void map() throws Exception {
    file = Files.write(dir.resolve("file"), new byte[3 * PAGE]);
    int flags = Linux.O_RDWR;
    byte[] path = file.toString().getBytes();
    int fd = (int) PathCalls.openat(scratch, Linux.AT_FDCWD, path, flags, 0);
    NewMapping made = new NewMapping(3 * PAGE, RW, Linux.MAP_SHARED);
    assertEquals(0, made.file(scratch, fd, 0));
    FileCalls.close(fd);
    mapping = made.made(file.toString());
  }

  @AfterEach
  void unmap() {
    mapping.retire(() -> assertEquals(0, mapping.unmap()));
    scratch.close();
  }

  @Test
  void touchingPageByPage_isWhatThePopulatingDoes() {
    for (boolean modify : new boolean[] {false, true}) {
      assertEquals(0, MappingCalls.touchEach(mapping, 0, 3 * PAGE, modify));
    }
    Commands.bytes("truncate", "-s", "" + PAGE, file.toString());
    for (boolean modify : new boolean[] {false, true}) {
      assertEquals(0, MappingCalls.touchEach(mapping, 0, PAGE, modify));
      assertEquals(-Errno.EFAULT, MappingCalls.touchEach(mapping, 0, 2 * PAGE, modify));
      assertEquals(-Errno.EFAULT, MappingCalls.touch(mapping, 0, 2 * PAGE, modify));
    }
  }

  @Test
  void rangesOutside_areRefusedBeforeTheKernelSeesThem() {
    for (long[] range : new long[][] {{-1, 1}, {0, 3 * PAGE + 1}, {2, 1}, {4 * PAGE, 4 * PAGE}}) {
      assertThrows(
          IndexOutOfBoundsException.class,
          () -> MappingCalls.sync(mapping, range[0], range[1], Linux.MS_ASYNC));
      assertThrows(IndexOutOfBoundsException.class, () -> mapping.protect(range[0], range[1], RW));
    }
  }

  @Test
  void exclusiveUse_isWithoutOthers() {
    assertTrue(mapping.acquire());
    assertFalse(mapping.acquireExclusive());
    mapping.finished();
    assertTrue(mapping.acquireExclusive());
    assertFalse(mapping.acquire());
    assertFalse(mapping.acquireExclusive());
    assertEquals(Errno.EBUSY, mapping.refusal("x").errno());
    mapping.finishedExclusive();
    mapping.release();
    assertTrue(mapping.acquire());
    mapping.finished();
    mapping.release();
    mapping.release();
  }

  @Test
  void copies_ofAnySize_areExact() {
    byte[] bytes = new byte[3 * PAGE];
    new java.util.Random(1).nextBytes(bytes);
    long address = mapping.held().address();
    assertEquals(0, mapping.copies().write(address, ByteBuffer.wrap(bytes)));
    ByteBuffer read = ByteBuffer.allocateDirect(3 * PAGE - 7);
    assertEquals(0, mapping.copies().read(address + 7, read));
    assertEquals(ByteBuffer.wrap(bytes, 7, bytes.length - 7), read.flip());
    assertEquals(-Errno.EFAULT, mapping.copies().read(0, ByteBuffer.allocate(1)));
  }
}
