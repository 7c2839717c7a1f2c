#!/usr/bin/perl
# Makes the requests of the differential test with IO::AIO: reads one operation a line, as Operations writes them,
# and answers each with a line, as OurRequests does. "begin <directory>" starts anew in another directory.
use strict;
use warnings;
use Digest::MD5 qw(md5_hex);
use Errno;
use Fcntl qw(:mode);
use IO::AIO;

$| = 1;
$SIG{PIPE} = "IGNORE";
my ($top, %file);

# Paths are absolute: the program does not depend on where it was started.
sub path { my $name = shift; $name =~ s/%(..)/chr hex $1/ge; "$top/$name" }
sub content { my $name = shift; $name =~ s/%(..)/chr hex $1/ge; $name }
sub escaped { my $name = shift; $name =~ s/([^A-Za-z0-9.\/_-])/sprintf "%%%02x", ord $1/ge; $name }
sub names { join " ", map { escaped $_ } sort @{+shift} }
sub scanned { names(shift) . " | " . names(shift) }
sub data { my ($start, $length) = @_; join "", map { chr(($start + 7 * $_) & 255) } 0 .. $length - 1 }
sub bytes { my $data = shift; length($data) . " " . md5_hex $data }

# Waits for one request: gives the errno negated, or what the format makes of the callback's arguments.
sub request {
  my ($format, $call, @arguments) = @_;
  my $answer;
  $call->(@arguments, sub {
    my $errno = $! + 0;
    my $failed = !defined $_[0] || !ref $_[0] && $_[0] =~ /^-1$/;
    $answer = $failed ? -$errno : $format->(@_);
  });
  IO::AIO::flush;
  $answer;
}

# The same for a request that fills a scalar.
sub fetched {
  my $make = shift;
  my ($data, $answer) = ("");
  $make->($data, sub { $answer = $_[0] < 0 ? -$! : bytes($data) });
  IO::AIO::flush;
  $answer;
}

sub done { 0 }
sub number { shift }
sub described {
  my @stat = stat _;
  my $time = $stat[9] < 1_000_000_000 ? sprintf "%d.%09d", $stat[9], IO::AIO::st_mtimensec : "-";
  sprintf "%o %d %d %d %s %s", @stat[2 .. 5], S_ISDIR($stat[2]) ? "-" : $stat[7], $time;
}
sub seconds { my $time = (stat _)[9]; $time < 1_000_000_000 ? $time : "-" }
sub file_system { my $fs = shift; join " ", @$fs{qw(bsize frsize namemax flag)} }
sub below_top { my $path = shift; $path =~ s/^\Q$top\E// ? escaped $path : "outside" }

# The reasons are in Avoided.java.
sub avoided_read { my @stat = stat shift; @stat && S_ISFIFO($stat[2]) && "PIPE" }
sub avoided_slurp {
  my ($path, $offset, $length) = @_;
  my @stat = stat $path;
  return "" if !@stat;
  return "SLURP_OF_DIRECTORY" if S_ISDIR($stat[2]);
  S_ISREG($stat[2]) && !$length && $offset > $stat[7] && "SLURP_BEYOND_END";
}
sub avoided_copy {
  my @from = stat $_[0];
  my @to = stat $_[1];
  return "COPY_TO_DANGLING_LINK" if !@to && -l $_[1];
  return "" if !@from;
  return "PIPE" if S_ISFIFO($from[2]) || @to && S_ISFIFO($to[2]);
  return "COPY_OF_DIRECTORY" if S_ISDIR($from[2]);
  return "COPY_OF_SET_ID" if $from[2] & 06000;
  @to && "@from[0, 1]" eq "@to[0, 1]" && "COPY_ONTO_ITSELF";
}
sub avoided_rmtree { -l shift && "RMTREE_OF_LINK" }
sub avoided_special { my @stat = stat shift; @stat && !S_ISREG($stat[2]) && !S_ISDIR($stat[2]) && "OPENED_SPECIAL" }
sub avoided_canonical {
  my $path = shift;
  $path =~ m{/$|/\.\./} && !stat($path) && $!{ENOTDIR} && "CANONICAL_THROUGH_FILE";
}

sub on_paths {
  my ($verb, @word) = @_;
  my ($path, $other) = (path($word[0]), path($word[1] // ""));
  if ($verb eq "stat") { request(\&described, \&aio_stat, $path) }
  elsif ($verb eq "lstat") { request(\&described, \&aio_lstat, $path) }
  elsif ($verb eq "seconds") { request(\&seconds, \&aio_stat, $path) }
  elsif ($verb eq "statvfs") { avoided_special($path) || request(\&file_system, \&aio_statvfs, $path) }
  elsif ($verb eq "utime") { request(\&done, \&aio_utime, $path, 1, $word[1] + $word[2] / 512) }
  elsif ($verb eq "chown") { request(\&done, \&aio_chown, $path, @word[1, 2]) }
  elsif ($verb eq "chmod") { request(\&done, \&aio_chmod, $path, oct $word[1]) }
  elsif ($verb eq "truncate") { avoided_special($path) || request(\&done, \&aio_truncate, $path, $word[1]) }
  elsif ($verb eq "link") { request(\&done, \&aio_link, $path, $other) }
  elsif ($verb eq "symlink") { request(\&done, \&aio_symlink, content($word[0]), $other) }
  elsif ($verb eq "readlink") { request(sub { escaped shift }, \&aio_readlink, $path) }
  elsif ($verb eq "realpath") { avoided_canonical($path) || request(\&below_top, \&aio_realpath, $path) }
  elsif ($verb eq "rename") { request(\&done, \&aio_rename, $path, $other) }
  elsif ($verb eq "rename2") { request(\&done, \&aio_rename2, $path, $other, $word[2]) }
  elsif ($verb eq "mkdir") { request(\&done, \&aio_mkdir, $path, oct $word[1]) }
  elsif ($verb eq "rmdir") { request(\&done, \&aio_rmdir, $path) }
  elsif ($verb eq "unlink") { request(\&done, \&aio_unlink, $path) }
  elsif ($verb eq "mknod") { request(\&done, \&aio_mknod, $path, oct $word[1], 0) }
  elsif ($verb eq "readdir") { request(\&names, \&aio_readdir, $path) }
  elsif ($verb eq "scandir") { avoided_canonical($path) || request(\&scanned, \&aio_scandir, $path, 0) }
  elsif ($verb eq "move") { request(\&done, \&aio_move, $path, $other) }
  elsif ($verb eq "copy") { avoided_copy($path, $other) || request(\&done, \&aio_copy, $path, $other) }
  elsif ($verb eq "rmtree") { avoided_rmtree($path) || request(\&done, \&aio_rmtree, $path) }
  elsif ($verb eq "load") {
    avoided_read($path) || fetched(sub { aio_load $path, $_[0], $_[1] });
  }
  elsif ($verb eq "slurp") {
    my ($offset, $length) = @word[1, 2];
    avoided_read($path) || avoided_slurp($path, $offset, $length)
      || fetched(sub { aio_slurp $path, $offset, $length, $_[0], $_[1] });
  }
  else { die "unknown operation $verb\n" }
}

sub on_files {
  my ($verb, $slot, @word) = @_;
  my $handle = $file{$slot} or return "closed";
  # By its number: IO::AIO refuses to write to a handle that is open for reading, before the kernel can.
  my $fd = fileno $handle;
  my $offset = @word && $word[0] eq "-" ? undef : $word[0];
  if ($verb eq "close") { delete $file{$slot}; request(\&done, \&aio_close, $handle) }
  elsif ($verb eq "seek") { request(\&number, \&aio_seek, $fd, @word) }
  elsif ($verb eq "write") {
    request(\&number, \&aio_write, $fd, $offset, $word[1], data(@word[2, 1]), 0);
  }
  elsif ($verb eq "read") {
    fetched(sub { aio_read $fd, $offset, $word[1], $_[0], 0, $_[1] });
  }
  elsif ($verb eq "ftruncate") { request(\&done, \&aio_truncate, $handle, $word[0]) }
  elsif ($verb eq "allocate") { request(\&done, \&aio_allocate, $fd, @word) }
  elsif ($verb eq "fstat") { request(\&described, \&aio_stat, $handle) }
  else { on_paths($verb, $slot, @word) }
}

while (my $line = <STDIN>) {
  my ($verb, @word) = split " ", $line;
  if ($verb eq "begin") {
    %file = ();
    $top = content $word[0];
    print "0\n";
  } elsif ($verb eq "open") {
    my ($slot, $name, $flags, $mode) = @word;
    delete $file{$slot};
    print request(sub { $file{$slot} = shift; 0 }, \&aio_open, path($name), $flags, oct $mode), "\n";
  } elsif ($verb =~ /^(?:close|seek|write|read|ftruncate|allocate|fstat)$/) {
    print on_files($verb, @word), "\n";
  } else {
    print on_paths($verb, @word), "\n";
  }
}
