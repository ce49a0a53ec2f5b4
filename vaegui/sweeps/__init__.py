"""Many runs from one file: settings that vary, a study of trials, and a run for each trial.

`plan.py` reads the file, `study.py` what is known of a study's trials, and `running.py` trains them; it alone needs
Optuna, an optional extra, whose storage several processes and machines can share.
"""
