#!/usr/bin/perl
# IO::AIO under the loads of the benchmarks: keeps <depth> requests in flight, each callback submits the next.
#
# Reads commands "<work> <depth> <millis>" and answers each with "<operations> <nanoseconds> -1 -1"; see LinePeer.
# The work "queued" holds <depth> nops in the queue instead; its answer has the growth of the process in the third place.
use strict;
use warnings;
use Fcntl;
use IO::AIO;
use POSIX ();
use Time::HiRes qw(clock_gettime setitimer CLOCK_MONOTONIC ITIMER_REAL);

my $BLOCK = 4096;
my $FILES = 1024;

my ($directory, $threads) = @ARGV;
my @paths = map { sprintf "%s/files/%04d", $directory, $_ } 0 .. $FILES - 1;
my $blocks = (-s "$directory/data") / $BLOCK;
my $over;
my $operations;

open my $data, "<:raw", "$directory/data" or die "$directory/data: $!\n";
IO::AIO::min_parallel $threads;
IO::AIO::max_parallel $threads;
$SIG{ALRM} = sub { $over = 1 };
$| = 1;

sub read_slot {
  my $buffer = "";
  my $next;
  $next = sub {
    if (@_) { $_[0] == $BLOCK or die "read: $!\n"; $operations++; return if $over }
    aio_read $data, $BLOCK * int rand $blocks, $BLOCK, $buffer, 0, $next;
  };
  return $next;
}

sub stat_slot {
  my $next;
  $next = sub {
    if (@_) { $_[0] == 0 or die "stat: $!\n"; $operations++; return if $over }
    aio_stat $paths[rand $FILES], $next;
  };
  return $next;
}

sub open_slot {
  my $next;
  my $closed = sub { $operations++; $next->() unless $over };
  my $opened = sub { aio_close($_[0] // die("open: $!\n"), $closed) };
  $next = sub { aio_open $paths[rand $FILES], O_RDONLY, 0, $opened };
  return $next;
}

sub nop_slot {
  my $next;
  $next = sub { $operations++; aio_nop $next unless $over };
  return sub { aio_nop $next };
}

my %slot = (read => \&read_slot, stat => \&stat_slot, open => \&open_slot, nop => \&nop_slot);

sub resident_bytes {
  open my $statm, "<", "/proc/self/statm" or die "statm: $!\n";
  return 4096 * (split " ", <$statm>)[1];
}

# In a process of its own, because memory that was freed does not leave the process.
sub queued {
  my ($count) = @_;
  my $pid = fork // die "fork: $!\n";
  if ($pid) { waitpid $pid, 0; return }
  IO::AIO::reinit;
  IO::AIO::max_parallel 0;
  my $done = sub { };
  my $before = resident_bytes;
  aio_nop $done for 1 .. $count;
  my $bytes = resident_bytes() - $before;
  print "$count 1 $bytes -1\n";
  POSIX::_exit(0);
}

sub run {
  my ($work, $depth, $millis) = @_;
  my @slots = map { $slot{$work}->() } 1 .. $depth;
  ($over, $operations) = (0, 0);
  my $start = clock_gettime CLOCK_MONOTONIC;
  setitimer ITIMER_REAL, $millis / 1000;
  $_->() for @slots;
  IO::AIO::flush;
  printf "%d %d -1 -1\n", $operations, 1e9 * (clock_gettime(CLOCK_MONOTONIC) - $start);
}

print "ready\n";
while (my $line = <STDIN>) {
  my ($work, $depth, $millis) = split " ", $line;
  $work eq "queued" ? queued($depth) : run($work, $depth, $millis);
}
