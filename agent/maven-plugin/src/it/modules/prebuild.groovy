// names with a blank and a letter beyond ASCII; this JVM may not be able to write them
def move = ['bash', '-c',
    'mv unit "$(printf \'\\303\\244 unit\')" && mv failsafe "$(printf \'\\303\\266 failsafe\')"'].execute(null, basedir)
assert move.waitFor() == 0 : move.err.text
