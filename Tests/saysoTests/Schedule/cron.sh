# Runs Debian's cron daemon itself on two recipes, in a mount namespace of its own: nothing of the machine's crontabs, mail or
# run files is seen or touched. What CronTests starts, as: unshare -m bash cron.sh FOLDER SAYSO SCHEDULE
#
# In the end FOLDER/mail holds what cron mailed, a file a mail, and FOLDER/crontab what was installed.
set -eu
dir=$1 program=$2 schedule=$3
mkdir -p "$dir/sbin" "$dir/mail" "$dir/logs"
cp -a /usr/sbin/. "$dir/sbin/"
cat >"$dir/sbin/sendmail" <<END
#!/bin/sh
exec cat >"$dir/mail/\$\$"
END
chmod +x "$dir/sbin/sendmail"
mount --bind "$dir/sbin" /usr/sbin
mount -t tmpfs none /run
mount -t tmpfs none /var/spool/cron
mkdir -p /var/spool/cron/crontabs; chmod 1730 /var/spool/cron/crontabs; chgrp crontab /var/spool/cron/crontabs
mkdir -p "$dir/empty"; mount --bind "$dir/empty" /etc/cron.d
mount --bind /dev/null /etc/crontab
export LOG_DIR=$dir/logs INSTALL=1
AT=@reboot "$schedule" "$program" "$dir/good.yaml"
AT=@reboot "$schedule" "$program" "$dir/bad.yaml"
AT=@reboot "$schedule" "$program" "$dir/bad.yaml"
crontab -l >"$dir/crontab"
# Not on every PATH, as that of a test.
/usr/sbin/cron -f -L 15 & cron=$!
# Whoever started this may have SIGTERM blocked, and cron would hold on to what it inherited.
trap 'kill -KILL $cron; wait $cron 2>/dev/null || true' EXIT
for ((i = 0; i < 200; i++)); do
  sleep 0.1
  [ -e "$dir/Output/good/run.json" ] && ls "$dir"/mail/* >/dev/null 2>&1 && break
done
sleep 1
