package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.vertxaio.testing.Commands;
import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** statvfs and fstatvfs, compared with coreutils, with Perl and with the table of mounts. */
class StatVfsContractTest {
  /** What does not change while the tests run. */
  private static final String FORMAT = "%S %b %c %l";

  @TempDir Path dir;

  private static String inFormat(StatVfs fs) {
    return fs.frsize() + " " + fs.blocks() + " " + fs.files() + " " + fs.namemax();
  }

  private static String coreutils(Path path) {
    return Commands.lines("stat", "-f", "-c", FORMAT, path.toString()).get(0);
  }

  private void check(Setup setup, Path path) {
    StatVfs fs = setup.await(() -> setup.aio().statvfs(path.toString()));
    assertEquals(coreutils(path), inFormat(fs));
    AioFile file = setup.open(path, Linux.O_RDONLY);
    StatVfs open = setup.await(file::statvfs);
    assertEquals(inFormat(fs), inFormat(open));
    assertEquals(fs.fsid(), open.fsid());
    assertEquals(fs.flag(), open.flag());
    assertEquals(fs.bsize(), open.bsize());
  }

  @EverySetup
  void everyFileSystem_isWhatCoreutilsSays(Setup setup) throws IOException {
    check(setup, Files.writeString(dir.resolve("file"), ""));
    check(setup, dir);
    check(setup, Path.of("/proc"));
    assumeTrue(Files.isDirectory(Path.of("/dev/shm")), "/dev/shm is not there");
    check(setup, Path.of("/dev/shm"));
  }

  @EverySetup
  void everyField_isWhatPerlSays(Setup setup) {
    assumeTrue(
        Commands.outcome(List.of("perl", "-MIO::AIO", "-e", "1")).status() == 0,
        "Perl's IO::AIO is not installed");
    String script =
        "aio_statvfs $ARGV[0], sub { my $f = $_[0];"
            + " print join ' ', map $f->{$_},"
            + " qw(bsize frsize blocks bfree bavail files ffree favail fsid flag namemax) };"
            + " IO::AIO::flush";
    // A read-only file system, or one that does not change: its free blocks are the same twice.
    String theirs = Commands.lines("perl", "-MIO::AIO", "-e", script, "/proc").get(0);
    StatVfs fs = setup.await(() -> setup.aio().statvfs("/proc"));
    String ours =
        String.join(
            " ",
            List.of(
                Long.toUnsignedString(fs.bsize()),
                Long.toUnsignedString(fs.frsize()),
                Long.toUnsignedString(fs.blocks()),
                Long.toUnsignedString(fs.bfree()),
                Long.toUnsignedString(fs.bavail()),
                Long.toUnsignedString(fs.files()),
                Long.toUnsignedString(fs.ffree()),
                Long.toUnsignedString(fs.favail()),
                Long.toUnsignedString(fs.fsid()),
                Long.toUnsignedString(fs.flag()),
                Long.toUnsignedString(fs.namemax())));
    assertEquals(theirs, ours);
  }

  @EverySetup
  void freeSpace_isNotMoreThanThereIs(Setup setup) throws IOException {
    StatVfs fs = setup.await(() -> setup.aio().statvfs(dir.toString()));
    long free = Files.getFileStore(dir).getUnallocatedSpace() / fs.frsize();
    // Others write to the same disk meanwhile.
    assertEquals(free, fs.bfree(), fs.blocks() / 20.0);
    assertEquals(fs.blocks(), Files.getFileStore(dir).getTotalSpace() / fs.frsize());
  }

  @EverySetup
  void flags_areThoseOfTheMount(Setup setup) throws IOException {
    String options =
        Files.readAllLines(Path.of("/proc/self/mounts")).stream()
            .map(line -> line.split(" "))
            .filter(fields -> fields[1].equals("/proc"))
            .map(fields -> "," + fields[3] + ",")
            .reduce((first, last) -> last)
            .orElseThrow();
    long flag = setup.await(() -> setup.aio().statvfs("/proc")).flag();
    assertEquals(options.contains(",ro,"), (flag & Linux.ST_RDONLY) != 0);
    assertEquals(options.contains(",nosuid,"), (flag & Linux.ST_NOSUID) != 0);
    assertEquals(options.contains(",nodev,"), (flag & Linux.ST_NODEV) != 0);
    assertEquals(options.contains(",noexec,"), (flag & Linux.ST_NOEXEC) != 0);
    assertEquals(options.contains(",relatime,"), (flag & Linux.ST_RELATIME) != 0);
  }

  @EverySetup
  void inWorkingDirectory_itIsTheFileSystemOfTheFile(Setup setup) throws IOException {
    Path link = Files.createSymbolicLink(dir.resolve("link"), Path.of("/proc"));
    Aio there = setup.aio().at(setup.wd(dir));
    assertEquals(coreutils(dir), inFormat(setup.await(() -> there.statvfs("."))));
    assertEquals(coreutils(Path.of("/proc")), inFormat(setup.await(() -> there.statvfs("link"))));
    assertEquals(coreutils(Path.of("/")), inFormat(setup.await(() -> there.statvfs("link/.."))));
    setup.fails(Errno.ENOENT, () -> there.statvfs("missing"));
    Files.delete(link);
  }

  @EverySetup
  void openForPathsOnly_works(Setup setup) {
    AioFile file = setup.open(dir, Linux.O_PATH);
    assertEquals(coreutils(dir), inFormat(setup.await(file::statvfs)));
  }
}
