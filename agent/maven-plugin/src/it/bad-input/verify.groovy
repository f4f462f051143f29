// what Maven said in its five runs
def log = new File(basedir, 'build.log').getText('UTF-8')
def runs = log.split('Scanning for projects').drop(1)
assert runs.size() == 5

assert runs[0] =~ /no test ran, no report in .*none: nothing to check/
assert runs[1].contains('1 JVM wrote no summary, killed or still running, the first with pid 17')
assert runs[2].contains('0 leaks, 0 defects, 0 notices')
assert runs[3] =~ /18\.jsonl holds no line of a tlsleak report/
assert runs[4].contains("conflict.baseline: line 2 is a conflict marker")
