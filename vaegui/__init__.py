"""vaegui, the desktop explorer of latent spaces.

The rooms, from the ground up: ``settings``, ``data`` and ``models``, ``objectives``, ``training`` and ``explore``,
``runs`` and ``recording``, and on top of them two front doors, ``cli`` and ``ui``. Three lines open a trained run in a
notebook::

    from vaegui import runs
    run = runs.load("trained/mnist-vae-2d")
    run.model.decode(z)
"""

__version__ = "0.1.0"
