"launcher"
